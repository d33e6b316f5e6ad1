from dataclasses import dataclass, asdict, field
@dataclass
class ModelConfig:
    n_layer: int = 2
    n_head: int = 4
    n_embd: int = 32
    dropout: float = 0.1
    @property
    def head_size(self): return self.n_embd // self.n_head
@dataclass
class TrainConfig:
    lr: float = 3e-4
    betas: tuple = (0.9, 0.95)
    model: ModelConfig = field(default_factory=ModelConfig)
c = TrainConfig(lr=1e-3, model=ModelConfig(n_layer=6))
print(c); print(asdict(c)); print(c.model.head_size, c == TrainConfig(1e-3, model=ModelConfig(6)))
for k, v in asdict(c.model).items(): print(f"{k:<10} = {v}")
