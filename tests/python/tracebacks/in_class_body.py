class Config:
    lr = 0.1
    steps = lr["x"]
