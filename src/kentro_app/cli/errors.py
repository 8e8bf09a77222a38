"""What can be wrong with a command's input, its password and its files."""

from kentro_app.domain.errors import RuleViolation, Unavailable


class NotJson(RuleViolation):
    """A line is no JSON object."""


class NotUtf8(RuleViolation):
    """A line is not UTF-8 text."""


class LineTooLong(RuleViolation):
    """A line is longer than `most` characters."""


class UnknownField(RuleViolation):
    """An object has a field that nobody asked for. Facts: name, known."""


class GivenTwice(RuleViolation):
    """An object has one field twice, and nobody can say which was meant. Facts: name."""


class WrongKind(RuleViolation):
    """Facts: expected: text, texts, object or objects."""


class NotAChoice(RuleViolation):
    """Facts: value, choices."""


class NotAMoment(RuleViolation):
    """Not ISO 8601, or without an offset. Facts: value."""


class NotAnId(RuleViolation):
    """No UUID. Facts: value."""


class PasswordNotGiven(RuleViolation):
    """No terminal to ask on and nothing in the environment. Facts: variable."""


class PasswordFileUnusable(RuleViolation):
    """The file with the password cannot be read, or is empty. Facts: path."""


class PasswordsDiffer(RuleViolation):
    """The new password was typed in two ways."""


class UserNotChosen(RuleViolation):
    """Several people work here: somebody must be named. Facts: names."""


class InputUnusable(RuleViolation):
    """The file with the input cannot be read. Facts: path."""


class NotAFile(RuleViolation):
    """Where the output should go lies something that is no file. Facts: path."""


class FileThere(RuleViolation):
    """A file lies there already and is worth keeping. Facts: path."""


class OutputNotWritten(Unavailable):
    """The file could not be written; what lay there before is unchanged. Facts: path."""
