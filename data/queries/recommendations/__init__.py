"""Who asks what of whom: recommendations, what came of them, and the statements beside them."""
