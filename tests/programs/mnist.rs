//! The subset of MNIST that comes with the page: what is in it, and a network that learns from it.

use kindling::library::standard::files::{Disk, mount};

use crate::programs;

#[test]
fn digits_are_learned_from_the_subset() {
    let mut disk = Disk::default();
    let subset = include_bytes!("../../www/src/engine/data/mnist-subset.bin");
    disk.put("/usr/share/kindling/mnist-subset.bin", subset.to_vec());
    mount(disk);
    let printed = programs::run("mnist.py", include_str!("mnist.py"));
    let expected = "2000 500 torch.Size([1, 28, 28]) 8 [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]\n\
                    <class 'PIL.Image.Image'> (28, 28) L\n\
                    learned True\n";
    assert_eq!(printed, expected);
}

#[test]
fn without_the_file_the_error_says_so() {
    mount(Disk::default());
    let program = "from torchvision import datasets\ndatasets.MNIST('.', download=True)";
    let printed = programs::run("mnist.py", program);
    assert!(
        printed.ends_with("fetched from the page's server, which didn't answer.\n"),
        "{printed}"
    );
}
