"""A bank, some numbers and a maze: what one pastes from a course."""
from collections import Counter
from dataclasses import dataclass, field


class NotEnough(Exception):
    """There is less in the account than was asked for."""

    def __init__(self, wanted, there):
        super().__init__(f"wanted {wanted:.2f}, there is {there:.2f}")
        self.missing = wanted - there


class Account:
    rate = 0.02

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self._balance = balance

    @property
    def balance(self):
        return self._balance

    def withdraw(self, amount):
        if amount > self._balance:
            raise NotEnough(amount, self._balance)
        self._balance -= amount

    def grow(self, years=1):
        for _ in range(years):
            self._balance *= 1 + self.rate

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance:.2f})"


class Savings(Account):
    rate = 0.05

    def grow(self, years=1):
        super().grow(years)
        self._balance = round(self._balance, 2)


@dataclass
class Bank:
    accounts: list = field(default_factory=list)

    def open(self, account):
        self.accounts.append(account)
        return account

    def __iter__(self):
        yield from self.accounts

    def total(self):
        return sum(account.balance for account in self)


def countdown(start):
    """Counts down, and says so when it is closed."""
    left = start
    while left > 0:
        yield left
        left -= 1
    return "done"


def neighbours(grid, row, column):
    for down, right in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        r, c = row + down, column + right
        if 0 <= r < len(grid) and 0 <= c < len(grid[r]) and grid[r][c] != "#":
            yield r, c


def shortest(grid, start, end):
    ways, seen = [(start, 0)], {start}
    while ways:
        place, steps = ways.pop(0)
        if place == end:
            return steps
        for next_place in neighbours(grid, *place):
            if next_place not in seen:
                seen.add(next_place)
                ways.append((next_place, steps + 1))
    return None


seen = []
for step, value in enumerate(countdown(3)):
    seen.append((step, value))
print(seen, [n * n for n in countdown(4) if n % 2 == 0])

bank = Bank()
ada = bank.open(Savings("Ada", 150))
bob = bank.open(Account("Bob", 100))
bank.open(Account("Cyd"))
try:
    bob.withdraw(250)
except NotEnough as problem:
    print(f"no: {problem} ({problem.missing=:.1f})")
ada.grow(years=2)
bob._balance += 110.12 - 0.0 * len(seen)
print(*bank, sep="\n")

maze = ["..#.", "#...", "..#."]
print("steps:", shortest(maze, (0, 0), (2, 3)), Counter("".join(maze)).most_common(1))
print(f"total {bank.total():07.2f} in {len(bank.accounts)} accounts")
