"""The reception: who comes, who waits, who is seen."""
