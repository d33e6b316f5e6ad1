class Account:
    rate = 0.02
    def __init__(self, owner, balance=0): self.owner, self._b = owner, balance
    @property
    def balance(self): return self._b
    def __iadd__(self, n): self._b += n; return self
    def __str__(self): return f"{self.owner}: {self._b:,.2f}"
    @classmethod
    def set_rate(cls, r): cls.rate = r
    def year(self): self._b *= 1 + self.rate
a = Account("Ann", 1000); a += 500; a.year(); print(a); Account.set_rate(0.1); a.year(); print(a, a.balance == 1683.0)
