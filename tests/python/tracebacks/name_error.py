import math

def area(radius):
    return math.pi * raduis ** 2

area(2)
