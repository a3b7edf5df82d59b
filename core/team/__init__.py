"""What several editors did with one story: putting their projects together, and how far they agree."""
