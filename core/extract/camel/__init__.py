"""The optional transformer engine: camel-tools' name recogniser, in a process of its own.

`door` is what the rest of the program uses; torch, transformers and camel_tools' models are loaded in `worker` only.
"""
