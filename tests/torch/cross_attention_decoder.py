# nn.Transformer with masks: its output for a position does not depend on later positions.
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Transformer(d_model=8, nhead=2, num_encoder_layers=1, num_decoder_layers=1, dim_feedforward=16, dropout=0.0, batch_first=True)
source, target = torch.randn(2, 5, 8), torch.randn(2, 4, 8)
mask = nn.Transformer.generate_square_subsequent_mask(4)
print(mask)
padding = torch.tensor([[False] * 5, [False, False, False, True, True]])
out = model(source, target, tgt_mask=mask, src_key_padding_mask=padding, memory_key_padding_mask=padding, tgt_is_causal=True)
print(out.shape, out[0, 0])
changed = target.clone()
changed[:, 3] += 5.0
again = model(source, changed, tgt_mask=mask, src_key_padding_mask=padding, memory_key_padding_mask=padding)
print([torch.allclose(out[:, t], again[:, t], atol=1e-6) for t in range(4)])
longer = source.clone()
longer[1, 3:] = 100.0
again = model(longer, target, tgt_mask=mask, src_key_padding_mask=padding, memory_key_padding_mask=padding)
print(torch.allclose(out, again, atol=1e-5))
attention = nn.MultiheadAttention(8, 2, batch_first=True)
y, weights = attention(target, source, source, key_padding_mask=padding)
print(y.shape, weights.shape, weights.sum(-1), weights[1, 0])
y, weights = attention(target, source, source, average_attn_weights=False)
print(weights.shape, attention(target, source, source, need_weights=False)[1])
loss = out.square().mean()
loss.backward()
print(sorted(name for name, p in model.named_parameters() if p.grad is None), loss)
print(f"{sum(p.grad.norm().item() ** 2 for p in model.parameters()) ** 0.5:.4f}")
decoder = nn.TransformerDecoder(nn.TransformerDecoderLayer(8, 2, 16, batch_first=True), 2)
decoder.eval()
print(decoder(target, source, tgt_mask=mask).shape, len(decoder.layers))
