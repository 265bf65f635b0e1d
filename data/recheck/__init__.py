"""An earlier extract compared with the record of today."""
