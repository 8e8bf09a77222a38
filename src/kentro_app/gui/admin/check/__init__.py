"""Is the data whole?"""
