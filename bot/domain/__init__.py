"""The rules of peer support: plain, synchronous, standard library only."""
