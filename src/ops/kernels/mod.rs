//! Loops over elements, written once for all ops of a kind.

mod along;
mod convolve;
pub mod difference;
mod elementwise;
mod extreme;
mod fresh;
mod lines;
mod matrices;
mod order;
mod pick;
mod places;
mod product;
mod reduce;
mod reduction;
mod running;
pub mod special;
mod sum;
mod triangle;
mod truth;
mod unary;
mod windows;

pub use along::Along;
pub use convolve::{convolve, convolve_transposed};
pub use difference::Difference;
pub use elementwise::{Operand, Pair, accumulate_into, add_into, map, map_slice, map2, map2_lanes};
pub use extreme::{Extreme, share_among_equal, with_place_backward, with_place_shape};
pub use fresh::{
    check_int_bounds, dense_strides, drawn, fill_ints, fill_normal, fill_uniform, filled,
    filled_like, no_derivative, not_implemented, short_number, sizes, with_generator,
};
pub use lines::{Lines, along_lines, along_lines2};
pub use matrices::{Lu, cholesky, each_matrix, matrix_size, qr, square_size, svd, symmetric_eigen};
pub use order::{chosen, keys, middle, most_frequent, ordered, to_places_along, to_sorted_places};
pub use pick::{median, picked, picked_shape, to_picked};
pub use places::{Places, kept};
pub use product::{add_product, batch_product, product};
pub use reduce::{Fold, Reduced, fold, reduced_dims, spread};
pub use reduction::{Reduction, reduce, reduced_shape};
pub use running::{running_extreme, running_input, running_shape, sum_of_later, to_running_places};
pub use sum::Sum;
pub use triangle::triangle;
pub use truth::Truth;
pub(crate) use unary::{comparison, step, unary};
pub use windows::{Geometry, PoolWindows, Product, Windows, with_padding};
