"""What every picture is drawn with: SVG, axis, names beside marks, colours, the sheet around it, PNG."""
