"""Commands beside those of the build, one a module: `add` puts its options under it, `run` does it."""
