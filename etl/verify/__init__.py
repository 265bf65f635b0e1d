"""What must hold of a finished draft before it is published: checks, expectations, numbers of rows."""
