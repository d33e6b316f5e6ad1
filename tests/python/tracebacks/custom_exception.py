class TrainingError(Exception):
    def __init__(self, epoch):
        super().__init__(f"diverged at epoch {epoch}")

for epoch in range(3):
    if epoch == 2:
        raise TrainingError(epoch)
