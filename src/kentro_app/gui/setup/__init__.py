"""The first start: a new centre, step by step, or the demo centre."""
