"""The one error a user is meant to see."""


class UserError(Exception):
    """Something the user can mend: `message` says what is wrong, `hint` what to do, both in plain Dutch.

    It is shown exactly as written. Any other exception that reaches the user is a bug.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}"
