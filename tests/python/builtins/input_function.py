import sys
try:
    name = input("Name? ")
    print("hello", name)
    n = int(input())
    print(n + 1)
    input("more? ")
except EOFError as e:
    print("EOF", e)
