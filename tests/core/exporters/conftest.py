import pytest
from report_story import Story


@pytest.fixture
def story() -> Story:
    """Three sources that differ, and one that is silent."""
    return Story()
