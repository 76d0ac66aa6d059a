-- depends_on: {{ ref('raw_weather') }}
select
    location as city,
    `date` as observed_on,
    precipitation as precipitation_mm,
    temp_max as highest_celsius,
    temp_min as lowest_celsius,
    wind as wind_meters_per_second,
    weather as kind
from {{ source('raw', 'weather') }}
