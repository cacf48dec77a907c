"""The directory in and out: all or nothing, every fault with file and line."""

from services.importing.exporter import export_folder
from services.importing.faults import Fault, ImportRefused
from services.importing.importer import ImportReport, import_folder, is_empty
from services.importing.writer import Progress, TableCounts

__all__ = [
    "Fault",
    "ImportRefused",
    "ImportReport",
    "Progress",
    "TableCounts",
    "export_folder",
    "import_folder",
    "is_empty",
]
