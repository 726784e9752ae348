// Stands in for the native TensorFlow package that danfojs names as a dependency: frames need only the class.
exports.Tensor = class Tensor {};
