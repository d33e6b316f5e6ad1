"""Recurrent"""

import math
import warnings

import torch
from _kindling import explained, name_grad_fn
from torch.nn import functional as F, init
from torch.nn.parameter import Parameter
from torch.nn.utils.rnn import PackedSequence
from .module import Module


def _tanh_step(x, h, w_ih, w_hh, b_ih, b_hh):
    """One step of an Elman network: a new state of the input and the old one."""
    return torch.tanh(F.linear(x, w_ih, b_ih) + F.linear(h, w_hh, b_hh))


def _relu_step(x, h, w_ih, w_hh, b_ih, b_hh):
    return torch.relu(F.linear(x, w_ih, b_ih) + F.linear(h, w_hh, b_hh))


def _lstm_step(x, state, w_ih, w_hh, b_ih, b_hh, w_hr=None):
    """One step of an LSTM: what to forget, what to take in, what to show."""
    h, c = state
    gates = F.linear(x, w_ih, b_ih) + F.linear(h, w_hh, b_hh)
    i, f, g, o = gates.chunk(4, -1)
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    h = torch.sigmoid(o) * torch.tanh(c)
    return (h if w_hr is None else F.linear(h, w_hr)), c


def _gru_step(x, h, w_ih, w_hh, b_ih, b_hh):
    """One step of a GRU: how much of the old state to keep, and a new one in its place."""
    from_x = F.linear(x, w_ih, b_ih)
    from_h = F.linear(h, w_hh, b_hh)
    x_r, x_z, x_n = from_x.chunk(3, -1)
    h_r, h_z, h_n = from_h.chunk(3, -1)
    reset = torch.sigmoid(x_r + h_r)
    update = torch.sigmoid(x_z + h_z)
    new = torch.tanh(x_n + reset * h_n)
    return (h - new) * update + new


_GATES = {"LSTM": 4, "GRU": 3, "RNN_TANH": 1, "RNN_RELU": 1}
_STEPS = {"LSTM": _lstm_step, "GRU": _gru_step, "RNN_TANH": _tanh_step, "RNN_RELU": _relu_step}


class RNNBase(Module):
    """What recurrent layers share: weights for each layer and direction, and the walk through time.

    Example:
        issubclass(nn.LSTM, nn.RNNBase)
    """

    def __init__(self, mode: str, input_size: int, hidden_size: int, num_layers: int = 1, bias: bool = True,
                 batch_first: bool = False, dropout: float = 0.0, bidirectional: bool = False, proj_size: int = 0,
                 device=None, dtype=None):
        super().__init__()
        if not isinstance(dropout, (int, float)) or not 0 <= dropout <= 1 or isinstance(dropout, bool):
            raise ValueError(
                "dropout should be a number in range [0, 1] representing the probability of an element being zeroed"
            )
        if dropout > 0 and num_layers == 1:
            warnings.warn(
                "dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects num_layers "
                f"greater than 1, but got dropout={dropout} and num_layers={num_layers}",
                stacklevel=2,
            )
        if not isinstance(hidden_size, int):
            raise TypeError(f"hidden_size should be of type int, got: {type(hidden_size).__name__}")
        if hidden_size <= 0:
            raise explained(
                ValueError("hidden_size must be greater than zero"),
                "The state needs at least one number.",
            )
        if num_layers <= 0:
            raise ValueError("num_layers must be greater than zero")
        self.mode = mode
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.num_layers = num_layers
        self.bias = bias
        self.batch_first = batch_first
        self.dropout = float(dropout)
        self.bidirectional = bidirectional
        self.proj_size = proj_size
        gates = _GATES[mode] * hidden_size
        shown = proj_size or hidden_size
        empty = lambda *size: Parameter(torch.empty(*size, device=device, dtype=dtype))
        for suffix, layer in self._suffixes():
            self.register_parameter("weight_ih" + suffix,
                                    empty(gates, input_size if layer == 0 else shown * self._directions()))
            self.register_parameter("weight_hh" + suffix, empty(gates, shown))
            if bias:
                self.register_parameter("bias_ih" + suffix, empty(gates))
                self.register_parameter("bias_hh" + suffix, empty(gates))
            if proj_size:
                self.register_parameter("weight_hr" + suffix, empty(proj_size, hidden_size))
        self.reset_parameters()

    def _directions(self):
        return 2 if self.bidirectional else 1

    def _suffixes(self):
        """`_l0`, `_l0_reverse`, `_l1` ... with the layer's number."""
        for layer in range(self.num_layers):
            yield f"_l{layer}", layer
            if self.bidirectional:
                yield f"_l{layer}_reverse", layer

    def _weights(self, suffix):
        bias = self.bias
        weights = [getattr(self, "weight_ih" + suffix), getattr(self, "weight_hh" + suffix),
                   getattr(self, "bias_ih" + suffix) if bias else None,
                   getattr(self, "bias_hh" + suffix) if bias else None]
        return weights + [getattr(self, "weight_hr" + suffix)] if self.proj_size else weights

    @property
    def all_weights(self):
        return [[weight for weight in self._weights(suffix) if weight is not None] for suffix, _ in self._suffixes()]

    def flatten_parameters(self):
        """Nothing to do on a processor."""

    def reset_parameters(self):
        """Draws everything between -1/sqrt(hidden_size) and 1/sqrt(hidden_size)."""
        bound = 1.0 / math.sqrt(self.hidden_size) if self.hidden_size > 0 else 0
        for weight in self.parameters():
            init.uniform_(weight, -bound, bound)

    def _check(self, input, batched):
        if input.dim() not in (2, 3):
            raise ValueError(f"{self._name()}: Expected input to be 2D or 3D, got {input.dim()}D{" tensor" if self._name() == "RNN" else ""} instead")
        if input.shape[-1] != self.input_size:
            raise RuntimeError(
                f"input.size(-1) must be equal to input_size. Expected {self.input_size}, got {input.shape[-1]}"
            )

    def _name(self):
        return {"RNN_TANH": "RNN", "RNN_RELU": "RNN"}.get(self.mode, self.mode)

    def _walk(self, x, states):
        """Through all layers: x (time, batch, features), one state for each layer and direction."""
        step = _STEPS[self.mode]
        final = []
        number = 0
        for layer in range(self.num_layers):
            outputs = []
            for direction in range(self._directions()):
                weights = self._weights(f"_l{layer}" + ("_reverse" if direction else ""))
                state = states[number]
                number += 1
                shown = []
                for t in reversed(range(len(x))) if direction else range(len(x)):
                    state = step(x[t], state, *weights)
                    shown.append(state[0] if self.mode == "LSTM" else state)
                if direction:
                    shown.reverse()
                outputs.append(torch.stack(shown))
                final.append(state)
            x = outputs[0] if len(outputs) == 1 else torch.cat(outputs, -1)
            if self.dropout and layer < self.num_layers - 1:
                x = F.dropout(x, self.dropout, self.training)
        return x, final

    def forward(self, input, hx=None):
        if isinstance(input, PackedSequence):
            return self._forward_packed(input, hx)
        batched = input.dim() == 3
        self._check(input, batched)
        x = input if batched else input.unsqueeze(1)
        if batched and self.batch_first:
            x = x.transpose(0, 1)
        states = self._first_states(x, hx, batched)
        x, final = self._walk(x, states)
        hidden = self._stack(final)
        if self.mode == "LSTM" and not self.bidirectional and not self.proj_size:
            x = name_grad_fn(x, "MkldnnRnnLayerBackward0")
        if batched and self.batch_first:
            x = name_grad_fn(x.transpose(0, 1), "TransposeBackward0" if self.mode == "LSTM" else "TransposeBackward1")
        if not batched:
            x = x.squeeze(1)
            hidden = tuple(h.squeeze(1) for h in hidden) if self.mode == "LSTM" else hidden.squeeze(1)
        return x, hidden

    def _first_states(self, x, hx, batched):
        count = self.num_layers * self._directions()
        shown = self.proj_size or self.hidden_size
        sizes = [(count, x.shape[1], shown)] + [(count, x.shape[1], self.hidden_size)] * (self.mode == "LSTM")
        if hx is None:
            given = [torch.zeros(size, dtype=x.dtype) for size in sizes]
        else:
            given = list(hx) if self.mode == "LSTM" else [hx]
            given = given if batched else [h.unsqueeze(1) for h in given]
            for i, (h, size) in enumerate(zip(given, sizes)):
                if tuple(h.shape) != size:
                    name = f"hidden[{i}]" if self.mode == "LSTM" else "hidden"
                    raise explained(
                        RuntimeError(f"Expected {name} size {size}, got {list(h.shape)}"),
                        "A state has the shape (layers * directions, batch, hidden_size), also with batch_first=True.",
                    )
        if self.mode == "LSTM":
            return [(given[0][i], given[1][i]) for i in range(count)]
        return [given[0][i] for i in range(count)]

    def _stack(self, final):
        if self.mode == "LSTM":
            return torch.stack([h for h, _ in final]), torch.stack([c for _, c in final])
        return torch.stack(final)

    def _forward_packed(self, packed, hx):
        """Each sequence by itself: none sees the padding of another."""
        from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

        x, lengths = pad_packed_sequence(packed)
        outputs, finals = [], []
        states = self._first_states(x, hx, True)
        for n, length in enumerate(lengths.tolist()):
            own = [tuple(s[n:n + 1] for s in state) if self.mode == "LSTM" else state[n:n + 1] for state in states]
            y, final = self._walk(x[:length, n:n + 1], own)
            outputs.append(F.pad(y, (0, 0, 0, 0, 0, len(x) - length)))
            finals.append(self._stack(final))
        if self.mode == "LSTM":
            hidden = tuple(torch.cat([final[i] for final in finals], 1) for i in (0, 1))
        else:
            hidden = torch.cat(finals, 1)
        return pack_padded_sequence(torch.cat(outputs, 1), lengths, enforce_sorted=False), hidden

    def extra_repr(self):
        text = f"{self.input_size}, {self.hidden_size}"
        if self.proj_size:
            text += f", proj_size={self.proj_size}"
        if self.num_layers != 1:
            text += f", num_layers={self.num_layers}"
        if self.bias is not True:
            text += f", bias={self.bias}"
        if self.batch_first is not False:
            text += f", batch_first={self.batch_first}"
        if self.dropout:
            text += f", dropout={self.dropout}"
        if self.bidirectional is not False:
            text += f", bidirectional={self.bidirectional}"
        return text


class RNN(RNNBase):
    r"""Elman's recurrent network: the state after each step depends on the input and the state before.

    Formula: h_t = \tanh(W_{ih} x_t + b_{ih} + W_{hh} h_{t-1} + b_{hh})
    Shape: (T, N, input_size) -> (T, N, hidden_size), (num_layers, N, hidden_size)
    Args:
        input_size: numbers that come in at each step
        hidden_size: numbers in the state
        num_layers: layers on top of each other
        nonlinearity: 'tanh' or 'relu'
        bias: whether to learn biases
        batch_first: whether the batch comes before the time
        dropout: dropout between layers
        bidirectional: whether to go through time both ways
    Paper: Elman 1990, Finding Structure in Time
    Example:
        rnn = nn.RNN(input_size=3, hidden_size=4, batch_first=True)
        output, h = rnn(torch.randn(2, 5, 3))
        print(output.shape, h.shape)
        torch.equal(output[:, -1], h[0])  # the last step is the final state
    """

    def __init__(self, input_size: int, hidden_size: int, num_layers: int = 1, nonlinearity: str = "tanh",
                 bias: bool = True, batch_first: bool = False, dropout: float = 0.0, bidirectional: bool = False,
                 device=None, dtype=None):
        if nonlinearity not in ("tanh", "relu"):
            raise ValueError(f"Unknown nonlinearity '{nonlinearity}'. Select from 'tanh' or 'relu'.")
        super().__init__("RNN_" + nonlinearity.upper(), input_size, hidden_size, num_layers, bias, batch_first, dropout,
                         bidirectional, 0, device, dtype)
        self.nonlinearity = nonlinearity


class LSTM(RNNBase):
    r"""Long short-term memory: a state that gates let in, keep and show.

    Formula: c_t = f_t \odot c_{t-1} + i_t \odot g_t, \quad h_t = o_t \odot \tanh(c_t)
    Shape: (T, N, input_size) -> (T, N, hidden_size), ((num_layers, N, hidden_size), (num_layers, N, hidden_size))
    Args:
        input_size: numbers that come in at each step
        hidden_size: numbers in the state
        num_layers: layers on top of each other
        bias: whether to learn biases
        batch_first: whether the batch comes before the time
        dropout: dropout between layers
        bidirectional: whether to go through time both ways
        proj_size: size that the shown state is projected to
    Paper: Hochreiter and Schmidhuber 1997, Long Short-Term Memory
    Example:
        lstm = nn.LSTM(input_size=3, hidden_size=4, batch_first=True)
        output, (h, c) = lstm(torch.randn(2, 5, 3))
        print(output.shape, h.shape, c.shape)
        torch.equal(output[:, -1], h[0])
    """

    def __init__(self, input_size: int, hidden_size: int, num_layers: int = 1, bias: bool = True,
                 batch_first: bool = False, dropout: float = 0.0, bidirectional: bool = False, proj_size: int = 0,
                 device=None, dtype=None):
        super().__init__("LSTM", input_size, hidden_size, num_layers, bias, batch_first, dropout, bidirectional,
                         proj_size, device, dtype)


class GRU(RNNBase):
    r"""Gated recurrent unit: an LSTM with two gates.

    Formula: h_t = (1 - z_t) \odot n_t + z_t \odot h_{t-1}
    Shape: (T, N, input_size) -> (T, N, hidden_size), (num_layers, N, hidden_size)
    Args:
        input_size: numbers that come in at each step
        hidden_size: numbers in the state
        num_layers: layers on top of each other
        bias: whether to learn biases
        batch_first: whether the batch comes before the time
        dropout: dropout between layers
        bidirectional: whether to go through time both ways
    Paper: Cho et al. 2014, Learning Phrase Representations using RNN Encoder-Decoder
    Example:
        gru = nn.GRU(input_size=3, hidden_size=4, num_layers=2, batch_first=True)
        output, h = gru(torch.randn(2, 5, 3))
        print(output.shape, h.shape)
        torch.equal(output[:, -1], h[-1])
    """

    def __init__(self, input_size: int, hidden_size: int, num_layers: int = 1, bias: bool = True,
                 batch_first: bool = False, dropout: float = 0.0, bidirectional: bool = False, device=None, dtype=None):
        super().__init__("GRU", input_size, hidden_size, num_layers, bias, batch_first, dropout, bidirectional, 0,
                         device, dtype)


class RNNCellBase(Module):
    """One step of a recurrent layer.

    Example:
        issubclass(nn.LSTMCell, nn.RNNCellBase)
    """

    gates = 1

    def __init__(self, input_size: int, hidden_size: int, bias: bool = True, device=None, dtype=None):
        super().__init__()
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.bias = bias
        empty = lambda *size: Parameter(torch.empty(*size, device=device, dtype=dtype))
        self.weight_ih = empty(self.gates * hidden_size, input_size)
        self.weight_hh = empty(self.gates * hidden_size, hidden_size)
        if bias:
            self.bias_ih = empty(self.gates * hidden_size)
            self.bias_hh = empty(self.gates * hidden_size)
        else:
            self.register_parameter("bias_ih", None)
            self.register_parameter("bias_hh", None)
        self.reset_parameters()

    def reset_parameters(self):
        bound = 1.0 / math.sqrt(self.hidden_size) if self.hidden_size > 0 else 0
        for weight in self.parameters():
            init.uniform_(weight, -bound, bound)

    def _state(self, input, hx):
        if input.shape[-1] != self.input_size:
            raise explained(
                RuntimeError(f"input has inconsistent input_size: got {input.shape[-1]} expected {self.input_size}"),
                "The last dimension of the input must be the input_size that the cell was made with.",
            )
        return torch.zeros(*input.shape[:-1], self.hidden_size, dtype=input.dtype) if hx is None else hx

    def _weights(self):
        return self.weight_ih, self.weight_hh, self.bias_ih, self.bias_hh

    def extra_repr(self):
        text = f"{self.input_size}, {self.hidden_size}"
        if self.bias is not True:
            text += f", bias={self.bias}"
        if getattr(self, "nonlinearity", "tanh") != "tanh":
            text += f", nonlinearity={self.nonlinearity}"
        return text


class RNNCell(RNNCellBase):
    r"""One step of an RNN.

    Formula: h' = \tanh(W_{ih} x + b_{ih} + W_{hh} h + b_{hh})
    Shape: (N, input_size), (N, hidden_size) -> (N, hidden_size)
    Args:
        input_size: numbers that come in
        hidden_size: numbers in the state
        bias: whether to learn biases
        nonlinearity: 'tanh' or 'relu'
    Example:
        cell = nn.RNNCell(3, 4)
        h = torch.zeros(1, 4)
        for x in torch.randn(5, 1, 3):
            h = cell(x, h)
        h
    """

    def __init__(self, input_size: int, hidden_size: int, bias: bool = True, nonlinearity: str = "tanh", device=None,
                 dtype=None):
        super().__init__(input_size, hidden_size, bias, device, dtype)
        self.nonlinearity = nonlinearity

    def forward(self, input, hx=None):
        step = _tanh_step if self.nonlinearity == "tanh" else _relu_step
        return step(input, self._state(input, hx), *self._weights())


class LSTMCell(RNNCellBase):
    r"""One step of an LSTM.

    Formula: c' = f \odot c + i \odot g, \quad h' = o \odot \tanh(c')
    Shape: (N, input_size), ((N, hidden_size), (N, hidden_size)) -> ((N, hidden_size), (N, hidden_size))
    Args:
        input_size: numbers that come in
        hidden_size: numbers in the state
        bias: whether to learn biases
    Example:
        cell = nn.LSTMCell(3, 4)
        h = c = torch.zeros(1, 4)
        for x in torch.randn(5, 1, 3):
            h, c = cell(x, (h, c))
        h
    """

    gates = 4

    def forward(self, input, hx=None):
        if hx is None:
            hx = (self._state(input, None), self._state(input, None))
        return _lstm_step(input, hx, *self._weights())


class GRUCell(RNNCellBase):
    r"""One step of a GRU.

    Formula: h' = (1 - z) \odot n + z \odot h
    Shape: (N, input_size), (N, hidden_size) -> (N, hidden_size)
    Args:
        input_size: numbers that come in
        hidden_size: numbers in the state
        bias: whether to learn biases
    Example:
        cell = nn.GRUCell(3, 4)
        h = torch.zeros(1, 4)
        for x in torch.randn(5, 1, 3):
            h = cell(x, h)
        h
    """

    gates = 3

    def forward(self, input, hx=None):
        return _gru_step(input, self._state(input, hx), *self._weights())
