"""A day on paper, typed back into one grid."""
