"""The centre's list of requests, kept by the coordinator."""
