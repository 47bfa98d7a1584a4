"""The one error tree. Every message says what was given, what was allowed and what to do.

    HudhudError
    ├── InputError             something outside was not as it must be
    │   ├── UnreadableInput    a file or line that cannot be read as an article
    │   └── WrongOption        an option or argument out of its range
    ├── RecordError            the record file
    │   ├── RecordMissing      no record where one was named
    │   ├── NotARecord         a file that is no Hudhud record
    │   ├── WrongRecordVersion a record of another version
    │   ├── RecordBusy         a second writer
    │   ├── RecordFull         no room left on the disk
    │   └── UnknownId          an id the record does not hold
    ├── DataError              data files that ship with the package
    │   ├── DataMissing
    │   └── DataDamaged
    ├── EndpointError          the server of a language model
    │   ├── EndpointFailed     no answer, or none that can be used
    │   └── BudgetSpent        the bound on requests or tokens is reached
    └── MixedQuantities        figures that do not count the same thing

Errors pickle: each takes its values by keyword and keeps them as attributes.
"""

from typing import Any

__all__ = [
    "BudgetSpent",
    "DataDamaged",
    "DataError",
    "DataMissing",
    "EndpointError",
    "EndpointFailed",
    "HudhudError",
    "InputError",
    "MixedQuantities",
    "NotARecord",
    "RecordBusy",
    "RecordError",
    "RecordFull",
    "RecordMissing",
    "UnknownId",
    "UnreadableInput",
    "WrongOption",
    "WrongRecordVersion",
]


class HudhudError(Exception):
    """Base of all errors that Hudhud raises on purpose.

    Subclasses give `template`, a format string over the keyword arguments, which become attributes.
    """

    template = "{message}"

    def __init__(self, **values: Any) -> None:
        self.values = values
        self.__dict__.update(values)
        super().__init__(self.template.format(**values))

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.values)


def _rebuild(kind: type[HudhudError], values: dict[str, Any]) -> HudhudError:
    return kind(**values)


class InputError(HudhudError):
    """Something from outside is not as it must be."""


class UnreadableInput(InputError):
    """A file or line that cannot be read as an article. Values: `name`, `reason`, `advice`."""

    template = "Cannot read {name}: {reason}. {advice}"


class WrongOption(InputError):
    """An option out of its range. Values: `option`, `given`, `allowed`."""

    template = "Wrong value for {option}: {given!r} was given. Allowed: {allowed}."


class RecordError(HudhudError):
    """Something about the record file."""


class RecordMissing(RecordError):
    """No record at the path named. Values: `path`."""

    template = "There is no record at {path}. Make one with: hudhud run FOLDER --record {path}"


class NotARecord(RecordError):
    """A file that is no Hudhud record. Values: `path`, `reason`."""

    template = (
        "{path} is not a Hudhud record: {reason}. Name another file with --record FILE; this one is left as it is."
    )


class WrongRecordVersion(RecordError):
    """A record of another version. Values: `path`, `given`, `allowed`."""

    template = (
        "{path} is a record of version {given}; this Hudhud reads version {allowed}. "
        "Use the Hudhud that wrote it, or make a new record with: hudhud run FOLDER --record NEW.db"
    )


class RecordBusy(RecordError):
    """A second writer while one writes. Values: `path`."""

    template = (
        "Another process is writing to {path}. Readers may go on; wait for the writer to end, "
        "or write to another file with --record FILE."
    )


class RecordFull(RecordError):
    """The disk has no room left. Values: `path`."""

    template = (
        "No room left on the disk for {path}. What was committed is kept; "
        "free some space and run the same command again."
    )


class UnknownId(RecordError):
    """An id the record does not hold. Values: `given`, `path`."""

    template = "{path} holds nothing with the id {given!r}. `hudhud ask timeline` and `hudhud ask search` print ids."


class DataError(HudhudError):
    """Something about a data file that ships with the package."""


class DataMissing(DataError):
    """A data file is not there. Values: `path`, `advice`."""

    template = "The data file {path} is missing. {advice}"


class DataDamaged(DataError):
    """A data file does not have the hash it must have. Values: `path`, `given`, `allowed`."""

    template = (
        "The data file {path} is damaged: its SHA-256 is {given}, it must be {allowed}. Install hudhud again, "
        "which brings the file anew."
    )


class EndpointError(HudhudError):
    """Something about the server of a language model."""


class EndpointFailed(EndpointError):
    """No answer, or none that can be used. Values: `url`, `reason`, `advice`."""

    template = "{url} gave no claims: {reason}. {advice}"


class BudgetSpent(EndpointError):
    """The bound on what a language model may cost. Values: `what`, `given`, `spent`, `option`."""

    template = (
        "Left unread: of {given} {what} allowed in this run, {spent} are spent. "
        "Run the same command again to go on, or allow more with {option}."
    )


class MixedQuantities(HudhudError):
    """Figures that do not count the same thing. Values: `given`, an iterable of quantities."""

    template = "Cannot estimate from figures of several quantities: {given}. Group the figures by quantity first."
