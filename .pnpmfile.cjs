// Of Scalar only its browser bundle is used, which holds what it needs; the packages that it is made of are 227 MB.
module.exports = {
  hooks: {
    readPackage: (manifest) =>
      manifest.name === "@scalar/api-reference" ? { ...manifest, dependencies: {} } : manifest,
  },
};
