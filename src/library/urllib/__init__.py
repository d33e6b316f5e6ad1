"""Addresses. `urllib.request` needs a network, which programs here do not have."""
