class Layer:
    def __init__(self, n_in, n_out):
        self.shape = (n_in, n_out)

layers = [Layer(2, 3), Layer(3)]
