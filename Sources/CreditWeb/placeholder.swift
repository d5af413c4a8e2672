func probe() -> Int { PackageResources.site_css.count }
