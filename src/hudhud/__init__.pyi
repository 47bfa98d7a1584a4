from hudhud.api import Case as Case
from hudhud.api import open as open

__version__: str
