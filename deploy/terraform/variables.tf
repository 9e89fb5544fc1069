variable "name" {
  description = "Name of everything that is made here"
  type        = string
  default     = "eyestalk"
}

variable "region" {
  description = "AWS region; it needs four availability zones"
  type        = string
  default     = "ap-northeast-2"
}

variable "domain" {
  description = "Name people open, e.g. eyestalk.example.org; the relay is turn.<domain>"
  type        = string
}

variable "hosted_zone" {
  description = "Public Route 53 zone that holds the domain, e.g. example.org"
  type        = string
}

variable "alarm_address" {
  description = "Who gets a mail when processors are busy; AWS asks that address to confirm"
  type        = string
}

variable "repository" {
  description = "Repository on GitHub whose main branch may push images, e.g. example/eyestalk"
  type        = string
}

variable "administrators" {
  description = "ARNs of the roles or users who administer the cluster"
  type        = list(string)
}

variable "api_networks" {
  description = "Networks that reach the cluster's API from outside; none: only from inside the VPC"
  type        = list(string)
  default     = []
}

variable "kubernetes_version" {
  description = "Minor version of EKS: one in standard support (aws eks describe-cluster-versions)"
  type        = string
  default     = "1.34"
}

variable "instance_type" {
  description = "Machines of the service and of the relay"
  type        = string
  default     = "m7i.large"
}

variable "nodes" {
  description = "Machines of the service"
  type        = object({ min = number, max = number })
  default     = { min = 4, max = 10 }
}

variable "relay_nodes" {
  description = "Machines of the relay"
  type        = object({ min = number, max = number })
  default     = { min = 2, max = 4 }
}

variable "relay_addresses" {
  description = "Public addresses of the relay's machines, for turn.<domain>; empty until they exist"
  type        = list(string)
  default     = []
}

variable "nat_per_zone" {
  description = "One NAT gateway in each zone instead of one for all"
  type        = bool
  default     = true
}

variable "database_class" {
  description = "Class of the database instance"
  type        = string
  default     = "db.t4g.medium"
}

variable "cache_type" {
  description = "Type of the Redis nodes"
  type        = string
  default     = "cache.t4g.small"
}

variable "secrets_version" {
  description = "Raise it to replace the passwords that Terraform made"
  type        = number
  default     = 1
}

variable "search" {
  description = "Whether to make an OpenSearch domain for activity documents"
  type        = bool
  default     = false
}

variable "bastion" {
  description = "Whether to make a machine inside the VPC, reached by Session Manager"
  type        = bool
  default     = false
}
