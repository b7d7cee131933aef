"""Voices: who is quoted or cited in an article, and with which of its words."""

from newsdiff.language.voices.finder import find_voices
from newsdiff.language.voices.voice import UNNAMED, Voice, VoiceKind

__all__ = ["UNNAMED", "Voice", "VoiceKind", "find_voices"]
