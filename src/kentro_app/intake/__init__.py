"""Reading tables that come from elsewhere: other programs' files, to be believed in nothing."""
