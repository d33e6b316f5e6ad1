weights, bias = [1, 2], None
out = weights[0] * 2 + bias
