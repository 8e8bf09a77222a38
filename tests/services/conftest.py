import pytest

from tests.stores import make_centre


@pytest.fixture
def centre(tmp_path):
    centre = make_centre(tmp_path)
    yield centre
    centre.store.close()
