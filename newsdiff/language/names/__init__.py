"""Names of people, places, organizations and events, found by rules.

Capital letters and small word lists find them (capitals, runs, candidates); what is
named in full once is recognised by a part of it afterwards (resolution); and one name has
one key in every article (identity). English has lists; other languages are read by capitals
alone, except German, which capitalises every noun: there no names are found.
"""

from newsdiff.language.names.finder import find_names
from newsdiff.language.names.name import Mention, Name, NameType

__all__ = ["Mention", "Name", "NameType", "find_names"]
