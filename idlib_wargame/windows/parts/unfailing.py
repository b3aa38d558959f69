"""Methods that Qt asks for values, made to answer whatever goes wrong in them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

Model = TypeVar("Model", bound=type)


def unfailing(**answers: object) -> Callable[[Model], Model]:
    """A class whose methods of those names give that answer after a mistake, which is told.

    An exception that leaves such a method on Qt's side of a call ended the process with PySide
    6.11: views ask models for numbers of rows while they are being laid out.
    """

    def made(model: Model) -> Model:
        for name, answer in answers.items():
            if name in vars(model):
                setattr(model, name, _answering(vars(model)[name], answer))
        return model

    return made


def _answering(method: Callable[..., Any], answer: object) -> Callable[..., Any]:
    @wraps(method)
    def answering(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except Exception as fault:
            sys.excepthook(type(fault), fault, fault.__traceback__)
            return answer

    return answering
