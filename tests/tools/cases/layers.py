"""Layers and losses, as functions and as modules with their initial weights."""


def convolutions():
    for call in ("F.conv1d(f(1, 2, 5), f(3, 2, 3))", "F.conv1d(f(2, 2, 6), f(3, 2, 3), f(3), stride=2, padding=1)", "F.conv1d(f(1, 4, 5), f(4, 2, 2), groups=2)", "F.conv1d(f(1, 2, 6), f(1, 2, 2), dilation=3)", "F.conv1d(f(1, 2, 5), f(2, 2, 3), padding='same')", "F.conv1d(f(2, 5), f(3, 2, 3))",
                 "F.conv1d(f(1, 2, 2), f(3, 2, 3))", "F.conv1d(f(1, 3, 5), f(3, 2, 3))", "F.conv1d(f(2, 2, 2, 2), f(3, 2, 3))", "F.conv2d(f(1, 2, 4, 4), f(3, 2, 3, 3))", "F.conv2d(f(2, 2, 5, 4), f(2, 2, 3, 2), f(2), stride=(2, 1), padding=(1, 0))", "F.conv2d(f(1, 4, 3, 3), f(4, 1, 2, 2), groups=4)",
                 "F.conv2d(f(1, 1, 5, 5), f(1, 1, 2, 2), dilation=2)", "F.conv2d(f(1, 1, 4, 4), f(1, 1, 3, 3), padding='same')", "F.conv2d(f(1, 1, 4, 4), f(1, 1, 3, 3), padding='valid')", "F.conv2d(f(1, 1, 4, 4), f(1, 1, 3, 3), stride=2, padding='same')", "F.conv2d(f(2, 4, 4), f(3, 2, 3, 3))", "F.conv2d(f(1, 1, 4, 4), f(3, 2, 3, 3))",
                 "F.conv2d(f(4, 4), f(3, 2, 3, 3))", "F.conv2d(i(1, 1, 4, 4), f(1, 1, 3, 3))", "F.conv2d(f(1, 1, 2, 2), f(1, 1, 3, 3))", "F.conv2d(f(1, 2, 4, 4), f(3, 2, 3, 3), f(2))", "F.conv2d(d(1, 1, 3, 3), d(1, 1, 2, 2))", "F.conv_transpose1d(f(1, 2, 3), f(2, 3, 2))", "F.conv_transpose1d(f(1, 2, 3), f(2, 1, 3), f(1), stride=2, padding=1, output_padding=1)",
                 "F.conv_transpose2d(f(1, 2, 2, 2), f(2, 3, 2, 2))", "F.conv_transpose2d(f(1, 2, 2, 3), f(2, 1, 3, 3), stride=2, padding=1, output_padding=1)", "F.conv_transpose2d(f(1, 4, 2, 2), f(4, 1, 2, 2), groups=2)", "F.conv_transpose2d(f(1, 3, 2, 2), f(2, 3, 2, 2))", "F.unfold(f(1, 2, 3, 3), 2)", "F.unfold(f(1, 1, 4, 4), (2, 2), stride=2, padding=1)", "F.fold(f(1, 4, 4), (3, 3), 2)",
                 "F.conv3d(f(1, 1, 2, 3, 3), f(1, 1, 2, 2, 2))", "nn.Conv2d(1, 2, 3)(f(1, 1, 4, 4))", "nn.Conv2d(2, 2, 3, padding=1, bias=False)(f(1, 2, 3, 3))", "nn.Conv2d(2, 4, 1, groups=2)(f(1, 2, 2, 2))", "nn.Conv2d(1, 1, 3, padding=1, padding_mode='reflect')(f(1, 1, 3, 3))", "nn.Conv2d(1, 1, 3, padding=1, padding_mode='circular')(f(1, 1, 3, 3))", "nn.Conv1d(2, 3, 2)(f(1, 2, 4))",
                 "nn.ConvTranspose2d(1, 2, 2, stride=2)(f(1, 1, 2, 2))", "nn.ConvTranspose1d(2, 1, 3)(f(1, 2, 3))", "nn.Conv2d(3, 4, 3)(f(1, 1, 4, 4))", "nn.Conv2d(3, 4, 3, groups=2)", "nn.Conv2d(1, 1, 3, padding='same', stride=2)", "nn.Conv2d(1, 2, (1, 3))(f(1, 1, 2, 4))", "nn.Conv1d(2, 3, 2)(f(4))"):
        yield call


def pooling():
    for call in ("F.max_pool2d(f(1, 1, 4, 4), 2)", "F.max_pool2d(f(1, 2, 5, 4), (2, 3), stride=1)", "F.max_pool2d(f(1, 1, 4, 4), 3, padding=1)", "F.max_pool2d(f(1, 1, 5, 5), 3, 2, ceil_mode=True)", "F.max_pool2d(f(1, 1, 5, 5), 2, dilation=2)", "F.max_pool2d(f(1, 4, 4), 2, return_indices=True)", "F.max_pool2d(f(4, 4), 2)", "F.max_pool2d(f(1, 1, 1, 1), 2)",
                 "F.max_pool2d(f(1, 1, 4, 4), 2, padding=2)", "F.max_pool1d(f(1, 2, 5), 2)", "F.max_pool1d(f(2, 6), 3, stride=1)", "F.max_pool1d(f(1, 2, 5), 2, return_indices=True)", "F.avg_pool2d(f(1, 1, 4, 4), 2)", "F.avg_pool2d(f(1, 1, 4, 4), 3, stride=1, padding=1)", "F.avg_pool2d(f(1, 1, 4, 4), 3, 1, 1, count_include_pad=False)", "F.avg_pool2d(f(1, 1, 5, 5), 2, ceil_mode=True)",
                 "F.avg_pool1d(f(1, 2, 5), 2)", "F.avg_pool1d(f(1, 2, 5), 3, 1, 1)", "F.adaptive_avg_pool2d(f(1, 2, 4, 5), (2, 2))", "F.adaptive_avg_pool2d(f(1, 2, 4, 5), 1)", "F.adaptive_avg_pool2d(f(2, 3, 3), (None, 2))", "F.adaptive_max_pool2d(f(1, 1, 4, 5), 2)", "F.adaptive_avg_pool1d(f(1, 2, 5), 3)", "F.adaptive_max_pool1d(f(1, 2, 5), 2)", "F.lp_pool2d(f(1, 1, 4, 4), 2, 2)",
                 "nn.MaxPool2d(2)(f(1, 1, 5, 5))", "nn.MaxPool2d(2, stride=1)(f(1, 3, 3))", "nn.AvgPool2d(2)(f(1, 1, 4, 4))", "nn.AdaptiveAvgPool2d(1)(f(1, 2, 3, 3))", "nn.AdaptiveAvgPool2d((1, 2))(f(1, 2, 3, 3))", "nn.MaxPool1d(2)(f(1, 2, 4))", "nn.AvgPool1d(2)(f(1, 2, 4))", "nn.AdaptiveMaxPool2d(2)(f(1, 1, 3, 3))", "F.max_unpool2d(*F.max_pool2d(f(1, 1, 4, 4), 2, return_indices=True), 2)",
                 "F.interpolate(f(1, 1, 2, 2), scale_factor=2)", "F.interpolate(f(1, 1, 2, 3), size=(4, 4))", "F.interpolate(f(1, 1, 3, 3), scale_factor=2, mode='bilinear')", "F.interpolate(f(1, 1, 3, 3), size=5, mode='bilinear', align_corners=True)", "F.interpolate(f(1, 2, 3), scale_factor=2)", "F.interpolate(f(1, 2, 3), size=5, mode='linear')", "F.interpolate(f(2, 2), scale_factor=2)",
                 "nn.Upsample(scale_factor=2)(f(1, 1, 2, 2))", "nn.Upsample(scale_factor=2, mode='bilinear', align_corners=True)(f(1, 1, 2, 2))", "F.pixel_shuffle(f(1, 4, 2, 2), 2)", "F.pixel_unshuffle(f(1, 1, 4, 4), 2)", "nn.PixelShuffle(2)(f(1, 3, 2, 2))", "nn.ZeroPad2d(1)(f(1, 1, 2, 2))", "nn.ReflectionPad2d(1)(f(1, 1, 3, 3))", "nn.ConstantPad1d(1, 3.5)(f(1, 2))", "nn.ReplicationPad1d(2)(f(1, 1, 2))",
                 "nn.Flatten()(f(2, 3, 2))", "nn.Flatten(0)(f(2, 3))", "nn.Unflatten(1, (2, 2))(f(1, 4))", "nn.Identity()(f(2))", "F.channel_shuffle(f(1, 4, 1, 2), 2)", "nn.Unfold(2)(f(1, 1, 3, 3))", "nn.Fold((3, 3), 2)(f(1, 4, 4))"):
        yield call


def normalising():
    for call in ("F.layer_norm(f(2, 3), (3,))", "F.layer_norm(f(2, 3), (3,), f(3), f(3))", "F.layer_norm(f(2, 2, 3), (2, 3))", "F.layer_norm(f(2, 3), (2,))", "F.layer_norm(f(2, 3), 3)", "F.batch_norm(f(4, 3), None, None, training=True)", "F.batch_norm(f(4, 3), torch.zeros(3), torch.ones(3), f(3), f(3), training=False)", "F.batch_norm(f(2, 3, 4), None, None, f(3), f(3), True)",
                 "F.batch_norm(f(2, 2, 2, 2), torch.zeros(2), torch.ones(2), training=True)", "F.batch_norm(f(1, 3), None, None, training=True)", "F.batch_norm(f(4, 3), torch.zeros(2), torch.ones(2))", "F.group_norm(f(2, 4), 2)", "F.group_norm(f(2, 4, 3), 2, f(4), f(4))", "F.group_norm(f(2, 4), 3)", "F.instance_norm(f(2, 2, 4))", "F.instance_norm(f(1, 2, 2, 2))", "F.rms_norm(f(2, 3), (3,))", "F.rms_norm(f(2, 3), (3,), f(3), eps=0.1)",
                 "F.local_response_norm(f(1, 4, 3), 2)", "nn.BatchNorm1d(3)(f(4, 3))", "nn.BatchNorm1d(3).eval()(f(4, 3))", "nn.BatchNorm1d(3)(f(1, 3))", "nn.BatchNorm1d(2)(f(4, 3))", "nn.BatchNorm2d(2)(f(2, 2, 2, 2))", "nn.BatchNorm2d(2)(f(2, 2))", "nn.BatchNorm1d(2)(f(2, 2, 3))", "nn.BatchNorm1d(3, affine=False)(f(3, 3))", "nn.BatchNorm2d(1, track_running_stats=False).eval()(f(2, 1, 2, 2))", "nn.LayerNorm(3)(f(2, 3))",
                 "nn.LayerNorm((2, 3))(f(2, 2, 3))", "nn.LayerNorm(3, elementwise_affine=False)(f(3))", "nn.LayerNorm(4)(f(2, 3))", "nn.GroupNorm(2, 4)(f(1, 4, 2))", "nn.GroupNorm(3, 4)", "nn.InstanceNorm2d(2)(f(1, 2, 2, 2))", "nn.InstanceNorm1d(2, affine=True)(f(1, 2, 4))", "nn.RMSNorm(3)(f(2, 3))", "nn.LocalResponseNorm(2)(f(1, 3, 2))",
                 "F.dropout(f(2, 3), 0.5)", "F.dropout(f(2, 3), 0.0)", "F.dropout(f(2, 3), 1.0)", "F.dropout(f(6), training=False)", "F.dropout(f(6), 1.5)", "nn.Dropout(0.3)(f(2, 4))", "nn.Dropout(0.3).eval()(f(2, 4))", "nn.Dropout2d(0.5)(f(1, 4, 2, 2))", "nn.Dropout1d(0.5)(f(1, 4, 2))", "nn.AlphaDropout(0.4)(f(2, 4))", "nn.Dropout(-0.1)", "F.dropout2d(f(1, 3, 2, 2))", "F.alpha_dropout(f(4), 0.5, True)", "F.feature_alpha_dropout(f(1, 3, 2), 0.5, True)"):
        yield call


LOSSES = {
    "mse_loss": ("f(2, 3), f(2, 3)", "f(3), f(3)", "f(2, 1), f(2)", "f(2, 3), f(2, 2)", "f(2), i(2)", "f(0), f(0)", "f(2), d(2)"),
    "l1_loss": ("f(2, 3), f(2, 3)", "f(2), i(2)", "f(3), f(2)"),
    "smooth_l1_loss": ("f(2, 3), f(2, 3)", "f(2), f(2), beta=0.5", "f(2), f(3)"),
    "huber_loss": ("f(2, 3), f(2, 3)", "f(2), f(2), delta=0.5"),
    "cross_entropy": ("f(2, 3), j(2)", "f(2, 3), p(2, 3)", "f(3), j()", "f(2, 3, 2), j(2, 2)", "f(2, 3), j(2), weight=p(3)", "f(2, 3), j(2), ignore_index=1", "f(2, 3), j(2), label_smoothing=0.1", "f(2, 3), j(2) + 9", "f(2, 3), c(2)", "f(2, 3), j(3)", "f(2, 3), j(2, 1)", "f(2, 3), i32(2)",
                      "f(2, 3), torch.tensor([-100, 1])", "f(0, 3), j(0)", "i(2, 3), j(2)", "f(2, 3), torch.tensor([-1, 1])", "f(2, 3), j(2), weight=p(2)", "f(2, 3), j(2), weight=p(3), label_smoothing=0.2", "f(3), j(3)", "f(2, 3), b(2)"),
    "nll_loss": ("f(2, 3), j(2)", "f(2, 3), j(2), weight=p(3)", "f(3), j()", "f(2, 3, 2), j(2, 2)", "f(2, 3), j(2), ignore_index=0", "f(2, 3), c(2)", "f(2, 3), j(3)", "f(2, 3), j(2) + 3"),
    "binary_cross_entropy": ("p(4), p(4)", "p(2, 2), p(2, 2), weight=p(2, 2)", "f(4), p(4)", "p(4), p(3)", "p(4), j(4, below=2)", "p(4), j(4, below=2).float()", "p(2, 1), p(2)"),
    "binary_cross_entropy_with_logits": ("f(4), p(4)", "f(2, 3), p(2, 3), pos_weight=p(3)", "f(4), p(4), weight=p(4)", "f(4), p(3)", "f(4), j(4, below=2).float()", "f(4), j(4, below=2)", "f(2, 1), p(2)"),
    "kl_div": ("f(2, 3), p(2, 3)", "f(2, 3), f(2, 3), log_target=True"),
    "hinge_embedding_loss": ("f(4), torch.tensor([1, -1, 1, -1])",),
    "margin_ranking_loss": ("f(3), f(3), torch.tensor([1, -1, 1])", "f(3), f(3), torch.tensor([1, 1, -1]), margin=0.5"),
    "cosine_embedding_loss": ("f(2, 3), f(2, 3), torch.tensor([1, -1])",),
    "triplet_margin_loss": ("f(2, 3), f(2, 3), f(2, 3)", "f(2, 3), f(2, 3), f(2, 3), margin=0.2, p=1"),
    "soft_margin_loss": ("f(3), torch.tensor([1, -1, 1])",),
    "multi_margin_loss": ("f(2, 3), j(2)",),
    "multilabel_soft_margin_loss": ("f(2, 3), p(2, 3)",),
    "multilabel_margin_loss": ("f(1, 4), torch.tensor([[3, 0, -1, 1]])",),
    "poisson_nll_loss": ("f(3), p(3)", "p(3), p(3), log_input=False", "f(3), p(3), full=True"),
    "gaussian_nll_loss": ("f(3), f(3), p(3)",),
}


def losses():
    for name, arguments in LOSSES.items():
        for index, argument in enumerate(arguments):
            yield f"F.{name}({argument})"
            if index < 2:
                yield from (f"F.{name}({argument}, reduction='{word}')" for word in ("sum", "none"))
        yield f"F.{name}({arguments[0]}, reduction='max')"
    yield from ("F.kl_div(f(2, 3), p(2, 3), reduction='batchmean')", "nn.KLDivLoss(reduction='batchmean')(f(2, 3), p(2, 3))", "nn.MSELoss()(f(2), f(2))", "nn.CrossEntropyLoss(label_smoothing=0.1)(f(2, 3), j(2))", "nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2, 3]), ignore_index=0)(f(4, 3), j(4))", "nn.BCELoss()(p(3), p(3))",
                "nn.BCEWithLogitsLoss(pos_weight=torch.tensor([2.0]))(f(3), p(3))", "nn.NLLLoss()(f(2, 3), j(2))", "nn.SmoothL1Loss(beta=2.0)(f(3), f(3))", "nn.HuberLoss(delta=0.3)(f(3), f(3))", "nn.L1Loss(reduction='sum')(f(3), f(3))", "nn.TripletMarginLoss()(f(2, 3), f(2, 3), f(2, 3))", "nn.CosineEmbeddingLoss(margin=0.1)(f(2, 3), f(2, 3), torch.tensor([1, -1]))",
                "nn.CTCLoss()(f(4, 1, 3).log_softmax(2), torch.tensor([[1, 2]]), torch.tensor([4]), torch.tensor([2]))", "nn.PoissonNLLLoss()(f(3), p(3))", "nn.GaussianNLLLoss()(f(3), f(3), p(3))", "nn.MarginRankingLoss(0.1)(f(3), f(3), torch.tensor([1, -1, 1]))", "nn.MultiLabelSoftMarginLoss()(f(2, 3), p(2, 3))", "nn.TripletMarginWithDistanceLoss()(f(2, 3), f(2, 3), f(2, 3))", "nn.HingeEmbeddingLoss()(f(3), torch.tensor([1, -1, 1]))")


def networks():
    for call in ("nn.Linear(3, 2)(f(4, 3))", "nn.Linear(3, 2, bias=False)(f(3))", "nn.Linear(3, 2)(f(2, 2, 3))", "nn.Linear(3, 2)(f(2, 4))", "nn.Linear(3, 2)(i(2, 3))", "nn.Linear(3, 2)(d(2, 3))", "nn.Linear(3, 2).double()(d(2, 3))", "nn.Linear(0, 2)(f(1, 0))", "nn.Linear('a', 2)", "nn.Linear(3)", "nn.Linear(3, 2)('a')", "nn.Linear(3, 2)()",
                 "nn.RNN(3, 2)(f(4, 1, 3))", "nn.RNN(3, 2, batch_first=True)(f(2, 3, 3))", "nn.RNN(3, 2, nonlinearity='relu')(f(2, 3))", "nn.RNN(3, 2, num_layers=2, bidirectional=True)(f(2, 1, 3))", "nn.RNN(3, 2)(f(2, 1, 4))", "nn.RNN(3, 2)(f(2, 1, 3), f(1, 2, 2))", "nn.LSTM(3, 2)(f(4, 2, 3))", "nn.LSTM(3, 2, 2, batch_first=True)(f(1, 3, 3))", "nn.LSTM(3, 2, bidirectional=True)(f(2, 1, 3))", "nn.LSTM(3, 2, bias=False)(f(2, 3))",
                 "nn.LSTM(3, 2)(f(2, 1, 3), (f(1, 1, 2), f(1, 1, 2)))", "nn.LSTM(3, 2)(f(2, 1, 3), f(1, 1, 2))", "nn.LSTM(3, 4, proj_size=2)(f(2, 1, 3))", "nn.GRU(3, 2)(f(4, 1, 3))", "nn.GRU(3, 2, 2, dropout=0.0)(f(2, 1, 3))", "nn.GRU(3, 2, batch_first=True, bidirectional=True)(f(1, 3, 3))", "nn.GRU(3, 2)(f(2, 2, 2, 3))", "nn.RNNCell(3, 2)(f(2, 3))", "nn.LSTMCell(3, 2)(f(2, 3))", "nn.GRUCell(3, 2)(f(2, 3), f(2, 2))", "nn.RNNCell(3, 2)(f(2, 4))",
                 "nn.MultiheadAttention(4, 2)(f(3, 1, 4), f(3, 1, 4), f(3, 1, 4))", "nn.MultiheadAttention(4, 2, batch_first=True)(f(1, 3, 4), f(1, 2, 4), f(1, 2, 4), need_weights=False)", "nn.MultiheadAttention(4, 1, batch_first=True)(f(1, 3, 4), f(1, 3, 4), f(1, 3, 4), attn_mask=torch.triu(torch.ones(3, 3), 1).bool())", "nn.MultiheadAttention(4, 3)", "nn.MultiheadAttention(4, 2, bias=False, batch_first=True)(f(2, 2, 4), f(2, 2, 4), f(2, 2, 4), average_attn_weights=False)",
                 "nn.MultiheadAttention(4, 2, batch_first=True)(f(1, 3, 4), f(1, 3, 4), f(1, 3, 4), key_padding_mask=torch.tensor([[False, False, True]]))", "nn.TransformerEncoderLayer(4, 2, 8, dropout=0.0, batch_first=True)(f(1, 3, 4))", "nn.TransformerEncoderLayer(4, 2, 8, 0.0, norm_first=True, activation='gelu')(f(2, 1, 4))", "nn.TransformerDecoderLayer(4, 2, 8, dropout=0.0, batch_first=True)(f(1, 2, 4), f(1, 3, 4))",
                 "nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 8, 0.0, batch_first=True), 2)(f(1, 2, 4))", "nn.Transformer(4, 2, 1, 1, 8, 0.0, batch_first=True)(f(1, 2, 4), f(1, 3, 4))", "nn.Transformer.generate_square_subsequent_mask(3)", "F.scaled_dot_product_attention(f(1, 2, 3, 4), f(1, 2, 3, 4), f(1, 2, 3, 4))", "F.scaled_dot_product_attention(f(2, 3), f(2, 3), f(2, 3), is_causal=True)", "F.scaled_dot_product_attention(f(1, 2, 3), f(1, 4, 3), f(1, 4, 3), attn_mask=c(2, 4))",
                 "F.scaled_dot_product_attention(f(1, 3, 2), f(1, 3, 2), f(1, 3, 2), attn_mask=torch.ones(3, 3).tril().bool(), scale=0.5)", "F.multi_head_attention_forward", "F.gumbel_softmax(f(2, 3), tau=0.5)", "F.gumbel_softmax(f(2, 3), hard=True)", "nn.CosineSimilarity(dim=0)(f(3), f(3))", "nn.PairwiseDistance()(f(2, 3), f(2, 3))", "nn.Sequential(nn.Linear(3, 2), nn.Tanh(), nn.Linear(2, 1))(f(2, 3))", "nn.Sequential()(f(2))", "nn.Softmax(dim=1)(f(2, 3))", "nn.LogSoftmax(dim=0)(f(2, 3))", "nn.Softmax()(f(2, 3))"):
        if "F.multi_head" not in call:
            yield call


def random():
    for call in ("torch.rand(3)", "torch.randn(2, 3)", "torch.randint(10, (4,))", "torch.randint(2, 5, (2, 2))", "torch.randint(low=0, high=3, size=(3,))", "torch.randperm(6)", "torch.rand_like(c(2))", "torch.randn_like(c(2, 2))", "torch.normal(0.0, 1.0, (3,))", "torch.normal(c(3), 1.0)", "torch.normal(0.0, p(3))", "torch.normal(mean=c(2), std=p(2))", "torch.bernoulli(p(4))", "torch.multinomial(p(4), 3)",
                 "torch.multinomial(p(2, 3), 2, replacement=True)", "torch.multinomial(torch.tensor([0.0, 0.0]), 1)", "torch.multinomial(p(2), 3)", "torch.multinomial(c(4), 1)", "torch.poisson(p(3) * 4)", "torch.empty(3).uniform_(-1, 1)", "torch.empty(3).normal_(1, 2)", "torch.empty(3).bernoulli_(0.4)", "torch.empty(3).exponential_()", "torch.empty(3).random_(5)", "torch.empty(2).uniform_(1, 0)", "torch.randint(5, 2, (1,))", "torch.randint(3, 4)", "torch.randn(3, dtype=torch.float64)",
                 "torch.randn(20)", "torch.rand(2, dtype=torch.int64)", "torch.randn(2, generator=torch.Generator().manual_seed(3))", "torch.randperm(4, generator=torch.Generator().manual_seed(3))", "torch.rand(3).requires_grad", "torch.randn((2, 2)).shape", "torch.bernoulli(c(3))", "torch.randint(3, (2,), dtype=torch.float32)", "torch.randint_like(c(3), 5)", "torch.empty(2).log_normal_()", "torch.empty(2).cauchy_()", "torch.empty(3).geometric_(0.5)",
                 "nn.init.xavier_uniform_(torch.empty(2, 3))", "nn.init.xavier_normal_(torch.empty(2, 3), gain=2.0)", "nn.init.kaiming_uniform_(torch.empty(2, 3), nonlinearity='relu')", "nn.init.kaiming_normal_(torch.empty(2, 3), mode='fan_out')", "nn.init.orthogonal_(torch.empty(2, 3))", "nn.init.uniform_(torch.empty(3), -1, 1)", "nn.init.normal_(torch.empty(3), 1, 2)", "nn.init.constant_(torch.empty(2), 3)", "nn.init.zeros_(torch.empty(2))", "nn.init.ones_(torch.empty(2))", "nn.init.eye_(torch.empty(2, 3))",
                 "nn.init.trunc_normal_(torch.empty(4), std=0.5)", "nn.init.dirac_(torch.empty(2, 2, 3))", "nn.init.sparse_(torch.empty(4, 2), 0.5)", "nn.init.calculate_gain('relu')", "nn.init.calculate_gain('leaky_relu', 0.2)", "nn.init.calculate_gain('x')", "nn.init.xavier_uniform_(torch.empty(3))", "nn.init.kaiming_normal_(torch.empty(3))", "nn.init.eye_(torch.empty(3))", "nn.init.xavier_uniform(torch.empty(2, 2))"):
        yield call


GROUPS = {"convolutions": convolutions, "pooling": pooling, "normalising": normalising, "losses": losses, "networks": networks, "random": random}
