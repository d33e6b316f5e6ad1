import operator as op
print(op.add(1, 2), op.mul(3, 4), op.sub(5, 1), op.truediv(1, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 3), op.neg(1), op.lt(1, 2), op.eq(1, 1), op.not_(0), op.getitem([1, 2], 1), op.contains([1], 1), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.is_(None, None), op.index(5), op.abs(-1), op.concat([1], [2]))
print(op.itemgetter(1)([5, 6]), op.itemgetter("a", "b")({"a": 1, "b": 2}), op.attrgetter("real")(5), op.methodcaller("upper")("x"), op.methodcaller("split", ",")("a,b"), sorted([(1, "b"), (2, "a")], key=op.itemgetter(1)))
ops = {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv}
def rpn(text):
    stack = []
    for t in text.split():
        if t in ops: b, a = stack.pop(), stack.pop(); stack.append(ops[t](a, b))
        else: stack.append(float(t))
    return stack.pop()
print(rpn("3 4 + 2 * 7 /"), op.iadd([1], [2]))
d = {}; op.setitem(d, "k", 1); op.delitem(d, "k"); print(d)
