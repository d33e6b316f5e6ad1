"""Nodes of the graph."""

from _torch import Node
