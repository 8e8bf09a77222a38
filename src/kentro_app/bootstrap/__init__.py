"""The composition root: the only place where everybody meets, a module per role."""
