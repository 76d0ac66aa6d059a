{# What is added below a Python model's own code: ref, source, config and this, with what they stand for. #}

{% macro resolve_model_name(input_model_name) %}
  {%- do return(adapter.dispatch("resolve_model_name", "dbt")(input_model_name)) -%}
{% endmacro %}

{% macro default__resolve_model_name(input_model_name) -%}
  {{ input_model_name | string | replace('"', '\\"') }}
{%- endmacro %}


{% macro build_ref_function(model) -%}
  {%- set relations = {} -%}
  {%- for used in model.refs -%}
    {%- set name = [used['package'], used['name']] if used.get('package') else [used['name']] -%}
    {%- set relation = ref(*name, v=used.get('version')) -%}
    {#- whole, also under --empty and --sample; a project's own ref() may give text -#}
    {%- if relation.render is defined and relation.render is callable -%}
      {%- set relation = relation.render() -%}
    {%- endif -%}
    {%- set key = name + (['v' ~ used['version']] if used.get('version') else []) -%}
    {%- do relations.update({key | join('.'): resolve_model_name(relation)}) -%}
  {%- endfor -%}
def ref(*args, **kwargs):
    relations = {{ relations | tojson }}
    version = kwargs.get("v") or kwargs.get("version")
    key = ".".join(args) + (f".v{version}" if version else "")
    return kwargs["dbt_load_df_function"](relations[key])
{%- endmacro %}


{% macro build_source_function(model) -%}
  {%- set relations = {} -%}
  {%- for used in model.sources -%}
    {%- do relations.update({used | join('.'): resolve_model_name(source(*used))}) -%}
  {%- endfor -%}
def source(*args, dbt_load_df_function):
    relations = {{ relations | tojson }}
    return dbt_load_df_function(relations[".".join(args)])
{%- endmacro %}


{#- The configs that the code reads, as Python dicts. #}
{% macro build_config_dict(model) -%}
  {%- set values, meta_values = {}, {} -%}
  {%- for key, default in zip(model.config.config_keys_used, model.config.config_keys_defaults) or [] -%}
    {%- do values.update({key: model.config.get(key, default)}) -%}
  {%- endfor -%}
  {%- for key, default in zip(model.config.meta_keys_used or [], model.config.meta_keys_defaults or []) -%}
    {%- do meta_values.update({key: (model.config.meta or {}).get(key, default)}) -%}
  {%- endfor -%}
config_dict = {{ values }}
meta_dict = {{ meta_values }}
{%- endmacro %}


{% macro py_script_postfix(model) %}
# Above: the model's own code. Below: what dbt adds to it.

{{ build_ref_function(model) }}


{{ build_source_function(model) }}


{{ build_config_dict(model) }}


class config:
    def __init__(self, *args, **kwargs):
        pass

    @staticmethod
    def get(key, default=None):
        return config_dict.get(key, default)

    @staticmethod
    def meta_get(key, default=None):
        return meta_dict.get(key, default)


class this:
    """dbt.this() or dbt.this.identifier"""
    database = "{{ this.database }}"
    schema = "{{ this.schema }}"
    identifier = "{{ this.identifier }}"

    def __repr__(self):
        return '{{ resolve_model_name(this) }}'


class dbtObj:
    def __init__(self, load_df_function) -> None:
        self.source = lambda *args: source(*args, dbt_load_df_function=load_df_function)
        self.ref = lambda *args, **kwargs: ref(*args, **kwargs, dbt_load_df_function=load_df_function)
        self.config = config
        self.this = this()
        self.is_incremental = {{ is_incremental() }}

{{ py_script_comment() }}
{% endmacro %}


{#- For adapters: how to run the script by hand. #}
{% macro py_script_comment() %}
{%- endmacro %}
