from .module import Module
from .container import *
from .linear import *
from .activation import *
from .attention import MultiheadAttention
from .batchnorm import *
from .conv import *
from .conv_transpose import *
from .distance import *
from .dropout import *
from .flatten import *
from .fold import *
from .loss import *
from .normalization import *
from .padding import *
from .pooling import *
from .pooling3d import *
from .rnn import RNN, RNNBase, RNNCell, RNNCellBase, LSTM, LSTMCell, GRU, GRUCell
from .sparse import *
from .transformer import (
    Transformer, TransformerDecoder, TransformerDecoderLayer, TransformerEncoder, TransformerEncoderLayer,
)
from .unpooling import *
from .upsampling import *
from .lazy import *
