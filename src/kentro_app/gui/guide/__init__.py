"""The guide that ships with the program: F1 opens it at the page for this screen."""
